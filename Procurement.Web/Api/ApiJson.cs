using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Api;

/// <summary>
/// How the values of the domain are written in the REST interface: ids as their UUID, amounts as whole rials, quantities in base units,
/// enumerations by their name. One place, so that every capability speaks the same way.
/// </summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        // A misspelt field would otherwise be a value silently left out.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        // What a form cannot do without is asked for by name instead of being taken as nothing.
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RequireWhatHasNoDefault);
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new TypedIds());
        options.Converters.Add(new Kinds());
        options.Converters.Add(new Amounts());
        options.Converters.Add(new SignedAmounts());
        options.Converters.Add(new Quantities());
        options.Converters.Add(new SignedQuantities());
        options.Converters.Add(new Years());
    }

    private static void RequireWhatHasNoDefault(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }) property.IsRequired = true;
        }
    }

    /// <summary>The id type's generic interface, or null when the type is no id.</summary>
    public static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    private static T Good<T>(Result<T> read) => read.Succeeded ? read.Value : throw new JsonException(read.Refusal.Code);

    private sealed class TypedIds : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => IsTypedId(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(TypedId<>).MakeGenericType(typeToConvert))!;

        private sealed class TypedId<TId> : JsonConverter<TId> where TId : struct, ITypedId<TId>
        {
            public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

            public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

            public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                Guid.TryParse(reader.GetString(), out var id) ? TId.From(id) : throw new JsonException();

            public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
                writer.WritePropertyName(value.Value.ToString("D"));
        }
    }

    private sealed class Kinds : JsonConverter<DocumentKind>
    {
        public override DocumentKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, DocumentKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }

    private sealed class Amounts : JsonConverter<Rials>
    {
        public override Rials Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Good(Rials.Of(reader.GetInt64()));

        public override void Write(Utf8JsonWriter writer, Rials value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }

    private sealed class SignedAmounts : JsonConverter<SignedRials>
    {
        public override SignedRials Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, SignedRials value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }

    private sealed class Quantities : JsonConverter<Quantity>
    {
        public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Good(Quantity.Of(reader.GetDecimal()));

        public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options) => writer.WriteNumberValue(Plain(value.Units));
    }

    private sealed class SignedQuantities : JsonConverter<SignedQuantity>
    {
        public override SignedQuantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(checked((long)(reader.GetDecimal() * Quantity.Scale)));

        public override void Write(Utf8JsonWriter writer, SignedQuantity value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Plain((decimal)value.Scaled / Quantity.Scale));
    }

    private sealed class Years : JsonConverter<FiscalYear>
    {
        private const int LastYear = 9377;

        public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetInt32() is var year and >= 1 and <= LastYear ? new FiscalYear(year) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Year);
    }

    /// <summary>Without the zeros a scaled number drags behind its point.</summary>
    private static decimal Plain(decimal units) => units / 1.0000000000000000000000000000m;
}
