using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Persistence.Backup;

/// <summary>The ways in which a backup is not made or not brought back.</summary>
public static class BackupErrors
{
    /// <summary>The engine's tool is not installed on this machine.</summary>
    public static Refusal ToolMissing(string tool) => Refusal.Rule("operations.tool-missing", tool);

    /// <summary>The engine's tool gave up; its own words follow.</summary>
    public static Refusal ToolFailed(string tool, string said) => Refusal.Rule("operations.tool-failed", tool, said);

    /// <summary>The copy is not sound.</summary>
    public static Refusal Damaged(string finding) => Refusal.Rule("operations.copy-damaged", finding);

    /// <summary>A file with that name is there already and is not overwritten.</summary>
    public static Refusal FileThere(string file) => Refusal.Rule("operations.file-there", file);

    public static Refusal NotABackup(string file) => Refusal.Invalid("operations.not-a-backup", file);

    /// <summary>The backup is of the other engine.</summary>
    public static Refusal OtherEngine(string found, string here) => Refusal.Rule("operations.other-engine", found, here);

    /// <summary>The database to restore into already holds a log.</summary>
    public static Refusal DatabaseInUse(long leaves) => Refusal.Rule("operations.database-in-use", leaves);
}
