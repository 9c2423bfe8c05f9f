namespace Procurement.Infrastructure.Persistence;

/// <summary>The two databases the system keeps its promises on.</summary>
public enum DatabaseEngine
{
    /// <summary>One file beside the application: a first run, a small body, a test.</summary>
    Sqlite = 1,

    /// <summary>A server: several application nodes, many writers.</summary>
    PostgreSql = 2,
}
