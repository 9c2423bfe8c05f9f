using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Infrastructure.Persistence.Conventions;

/// <summary>How each kind of value rests in the database, decided once for both engines (docs/decisions/0005).</summary>
internal static class StoredValues
{
    public static void Configure(ModelConfigurationBuilder model, DatabaseEngine engine)
    {
        foreach (var id in TypedIds())
        {
            ConfigureId(model, id, engine);
        }

        if (engine == DatabaseEngine.Sqlite) Convert(model, typeof(Guid), typeof(GuidAsBytes));

        // Text compares by its bytes, as SQLite does by default: Persian order comes from stored sort keys, never from a server's locale.
        if (engine == DatabaseEngine.PostgreSql) model.Properties<string>().UseCollation("C");

        Convert(model, typeof(DocumentKind), typeof(KindAsText));
        Convert(model, typeof(Rials), typeof(RialsAsLong));
        Convert(model, typeof(SignedRials), typeof(SignedRialsAsLong));
        Convert(model, typeof(Quantity), typeof(QuantityAsLong));
        Convert(model, typeof(SignedQuantity), typeof(SignedQuantityAsLong));
        Convert(model, typeof(DateTimeOffset), typeof(InstantAsMicroseconds));
        Convert(model, typeof(decimal), typeof(DecimalAsScaledLong));
    }

    /// <summary>Every typed id of the domain, found rather than listed so that a new one cannot be forgotten.</summary>
    internal static IEnumerable<Type> TypedIds() => typeof(ITypedId<>).Assembly.GetTypes().Where(type =>
        type is { IsValueType: true, IsGenericTypeDefinition: false }
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)));

    internal static void ConfigureId(ModelConfigurationBuilder model, Type id, DatabaseEngine engine) =>
        Convert(model, id, (engine == DatabaseEngine.Sqlite ? typeof(TypedIdAsBytes<>) : typeof(TypedIdAsUuid<>)).MakeGenericType(id));

    private static void Convert(ModelConfigurationBuilder model, Type type, Type converter)
    {
        model.Properties(type).HaveConversion(converter);
        // A parameter or constant that no column gives a type to (a Contains over an empty list) needs the mapping by itself.
        model.DefaultTypeMapping(type, mapping => mapping.HasConversion(converter));
    }
}

/// <summary>Big-endian bytes, so that SQLite compares ids as PostgreSQL and C# do: by time of making.</summary>
internal sealed class TypedIdAsBytes<TId>() : ValueConverter<TId, byte[]>(id => id.Value.ToByteArray(true), bytes => TypedIds<TId>.Read(bytes))
    where TId : struct, ITypedId<TId>;

internal sealed class TypedIdAsUuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => TypedIds<TId>.Of(value))
    where TId : struct, ITypedId<TId>;

/// <summary>Makes ids for the converters: an expression tree may not call a static abstract member itself.</summary>
internal static class TypedIds<TId> where TId : struct, ITypedId<TId>
{
    public static TId Of(Guid value) => TId.From(value);

    public static TId Read(byte[] bytes) => TId.From(new Guid(bytes, bigEndian: true));
}

internal sealed class GuidAsBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

internal sealed class KindAsText() : ValueConverter<DocumentKind, string>(kind => kind.Code, stored => new DocumentKind(stored));

internal sealed class RialsAsLong() : ValueConverter<Rials, long>(rials => rials.Amount, stored => Rials.FromStored(stored));

internal sealed class SignedRialsAsLong() : ValueConverter<SignedRials, long>(rials => rials.Amount, stored => new SignedRials(stored));

internal sealed class QuantityAsLong() : ValueConverter<Quantity, long>(quantity => quantity.Scaled, stored => Quantity.FromScaled(stored));

internal sealed class SignedQuantityAsLong() : ValueConverter<SignedQuantity, long>(quantity => quantity.Scaled, stored => new SignedQuantity(stored));

/// <summary>Instants as whole UTC microseconds since 1970: exact, ordered and the same on both engines.</summary>
internal sealed class InstantAsMicroseconds() : ValueConverter<DateTimeOffset, long>(at => StoredInstant.ToMicroseconds(at), stored => StoredInstant.FromMicroseconds(stored));

/// <summary>Rates and scores as whole hundred-millionths: a decimal column would be text on SQLite and sort as text.</summary>
internal sealed class DecimalAsScaledLong() : ValueConverter<decimal, long>(rate => Scale(rate), stored => stored / Unit)
{
    private const decimal Unit = 100_000_000m;

    private static long Scale(decimal rate)
    {
        var scaled = rate * Unit;
        return scaled == decimal.Truncate(scaled)
            ? (long)scaled
            : throw new InvalidOperationException("A rate finer than eight decimal places cannot be stored exactly; round it in the domain.");
    }
}
