namespace Procurement.Infrastructure.Persistence;

/// <summary>Which database to use, from the configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <value>Default: <see cref="DatabaseEngine.Sqlite"/>.</value>
    public DatabaseEngine Provider { get; set; } = DatabaseEngine.Sqlite;

    /// <value>Default: a file under <c>data/</c> of the working folder.</value>
    public string ConnectionString { get; set; } = "Data Source=data/procurement.db";
}
