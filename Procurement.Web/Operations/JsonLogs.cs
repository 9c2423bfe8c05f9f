using System.Text.Encodings.Web;
using System.Text.Json;

namespace Procurement.Web.Operations;

/// <summary>One JSON object a line in production, for whatever collects logs; ids of people and documents, never their names or contents.</summary>
public static class JsonLogs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsProduction()) return;

        builder.Logging.ClearProviders()
            // A request's address may carry what was searched for; the use case's own line says enough.
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
                console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
    }
}
