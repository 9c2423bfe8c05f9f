using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Api;

/// <summary>
/// The REST interface's own description, at <c>/openapi/v1.json</c>, with a page to read it at <c>/api</c>. It says what every operation
/// takes and answers; whether the caller may is the use case's word.
/// </summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";
    private const string Address = "/openapi/{documentName}.json";
    private const string Scheme = "token";
    private const string RefusedBy = "Refused";

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // so that ApiFaults can say what was unreadable
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        return services.AddOpenApi(DocumentName, options =>
        {
            options.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.CreateSchemaReferenceId = type => IsPlain(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddSchemaTransformer(Values);
            options.AddOperationTransformer(Operation);
            options.AddDocumentTransformer(Document);
        });
    }

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi(Address).AllowAnonymous();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "api";
            page.SwaggerEndpoint($"/openapi/{DocumentName}.json", "Procurement v1");
        });
    }

    /// <summary>Written as one plain value, so that naming its type would only hide it.</summary>
    private static bool IsPlain(Type type) => IsPlainValue(Nullable.GetUnderlyingType(type) ?? type);

    private static bool IsPlainValue(Type type) =>
        ApiJson.IsTypedId(type) || type == typeof(Rials) || type == typeof(SignedRials) || type == typeof(Quantity)
        || type == typeof(SignedQuantity) || type == typeof(FiscalYear) || type == typeof(DocumentKind);

    /// <summary>Values of the domain as <see cref="ApiJson"/> writes them.</summary>
    private static Task Values(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (ApiJson.IsTypedId(type)) Say(schema, JsonSchemaType.String, "uuid");
        else if (type == typeof(DocumentKind)) Say(schema, JsonSchemaType.String, null);
        else if (type == typeof(Rials) || type == typeof(SignedRials)) Say(schema, JsonSchemaType.Integer, "int64");
        else if (type == typeof(Quantity) || type == typeof(SignedQuantity)) Say(schema, JsonSchemaType.Number, "decimal");
        else if (type == typeof(FiscalYear)) Say(schema, JsonSchemaType.Integer, "int32");
        return Task.CompletedTask;
    }

    private static void Say(OpenApiSchema schema, JsonSchemaType type, string? format)
    {
        (schema.Type, schema.Format) = (type, format);
        schema.Properties?.Clear();
        schema.Required?.Clear();
    }

    /// <summary>What every operation has beside its own: headers that make it safe to repeat, and the refusals.</summary>
    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var method = context.Description.HttpMethod ?? "GET";
        operation.OperationId = OperationName(method, context.Description.RelativePath ?? "");
        operation.Parameters ??= [];
        if (method != "GET")
        {
            operation.Parameters.Add(Header("Idempotency-Key", "The same key sent again answers as the first time and does nothing twice."));
            if (method == "PUT" || (context.Description.RelativePath ?? "").Contains("{id", StringComparison.Ordinal))
                operation.Parameters.Add(Header("If-Match", "The entity tag last read, where the operation changes what was read."));
        }

        operation.Responses ??= [];
        foreach (var (status, _) in Refusals) operation.Responses.TryAdd(status, new OpenApiResponseReference(RefusedBy + status, context.Document));
        return Task.CompletedTask;
    }

    private static readonly (string Status, string Meaning)[] Refusals =
    [
        ("400", "What was sent cannot be read, or a field is wrong."),
        ("401", "No token, or one that is over."),
        ("403", "The caller's posts, or the token's scopes, do not allow it."),
        ("404", "There is none, or none the caller may see."),
        ("409", "A rule refuses it, or it changed since it was read; the code names which."),
        ("503", "Too busy just now; try again after the time told."),
    ];

    private static OpenApiParameter Header(string name, string meaning) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static string OperationName(string method, string path)
    {
        var words = path.Split('/').Skip(2).Select(part => part.Trim('{', '}').Split(':')[0]).Where(part => part.Length > 0);
        return string.Join('-', words.Prepend(method.ToLowerInvariant()));
    }

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Procurement",
            Version = DocumentName,
            Description = "Purchase and warehouse control for public bodies. Amounts are whole rials, quantities base units of the item, days ISO 8601, ids UUIDs.",
        };
        // The address a copy was read at is not part of the interface.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas["Refusal"] = RefusalSchema();
        document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal);
        foreach (var (status, meaning) in Refusals)
        {
            document.Components.Responses[RefusedBy + status] = new OpenApiResponse
            {
                Description = meaning,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Refusal", document) },
                },
            };
        }

        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token its owner made on his account page, limited to the scopes he gave it.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static OpenApiSchema RefusalSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457 problem details with the refusal's code.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text(null),
            ["title"] = Text("The refusal in one sentence, in the caller's language."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What to do next, and who can."),
            ["code"] = Text("Names the rule; programs decide by it."),
            ["refusals"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Every fault found, each with its code, field, sentence and article.",
                Items = new OpenApiSchema { Type = JsonSchemaType.Object },
            },
        },
    };

    private static OpenApiSchema Text(string? meaning) => new() { Type = JsonSchemaType.String, Description = meaning };
}
