using Microsoft.Extensions.DependencyInjection;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Tests.Support;

/// <summary>What somebody with the database's own password can do: take the triggers away and change what he likes.</summary>
public static class Tampering
{
    public static Task<int> Tamper(this TestApp app, string table, FormattableString change) => Tamper(app.Services, table, change);

    public static async Task<int> Tamper(IServiceProvider services, string table, FormattableString change)
    {
        await using var scope = services.CreateAsyncScope();
        var sql = scope.ServiceProvider.GetRequiredService<ISqlSession>();
        if (sql.Engine == DatabaseEngine.PostgreSql)
        {
            await sql.Execute($"ALTER TABLE {table} DISABLE TRIGGER USER", []);
            return await sql.Execute(change);
        }

        var triggers = await sql.Query($"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = {table}", row => row.GetString(0));
        foreach (var trigger in triggers) await sql.Execute($"DROP TRIGGER {trigger}", []);
        return await sql.Execute(change);
    }
}
