using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence.Conventions;

namespace Procurement.Infrastructure.Persistence.Sql;

/// <summary>The stored form of a value for SQL written by hand: exactly what the entity columns hold.</summary>
internal static class SqlValue
{
    private static readonly FrozenDictionary<Type, Func<object, Guid>> IdValues = StoredValues.TypedIds().ToFrozenDictionary(
        id => id,
        id => typeof(SqlValue).GetMethod(nameof(ValueOf), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(id).CreateDelegate<Func<object, Guid>>());

    public static object Of(object? value, DatabaseEngine engine) => value switch
    {
        null => DBNull.Value,
        Guid id => Id(id, engine),
        Rials rials => rials.Amount,
        SignedRials rials => rials.Amount,
        Quantity quantity => quantity.Scaled,
        SignedQuantity quantity => quantity.Scaled,
        DateTimeOffset at => StoredInstant.ToMicroseconds(at),
        Enum named => Convert.ToInt32(named, CultureInfo.InvariantCulture),
        string or long or int or short or byte or bool or byte[] or DateOnly => value,
        _ when IdValues.TryGetValue(value.GetType(), out var valueOf) => Id(valueOf(value), engine),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no stored form.", nameof(value)),
    };

    public static object Id(Guid id, DatabaseEngine engine) => engine == DatabaseEngine.Sqlite ? id.ToByteArray(bigEndian: true) : id;

    private static Guid ValueOf<TId>(object id) where TId : struct, ITypedId<TId> => ((TId)id).Value;
}
