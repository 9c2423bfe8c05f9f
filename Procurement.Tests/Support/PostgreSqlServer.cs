using Npgsql;

namespace Procurement.Tests.Support;

/// <summary>The PostgreSQL server that tests make their databases on; its address comes from the environment.</summary>
internal static class PostgreSqlServer
{
    private const string Variable = "PROCUREMENT_TEST_POSTGRES";

    private static readonly string? Address = Environment.GetEnvironmentVariable(Variable);

    /// <summary>The reason for skipping; null when there is a server.</summary>
    public static string? WhyAbsent => string.IsNullOrEmpty(Address)
        ? $"No PostgreSQL: {Variable} is not set. ./eng/test starts a throw-away server."
        : null;

    public static string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(Address) { Database = database, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;

    public static Task Create(string database) => Run($"CREATE DATABASE {database}");

    public static Task CreateFrom(string template, string database) => Run($"CREATE DATABASE {database} TEMPLATE {template}");

    public static Task Drop(string database) => Run($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
