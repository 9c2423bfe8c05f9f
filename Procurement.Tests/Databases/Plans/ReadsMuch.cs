using Procurement.Application.Identity.FirstAdministrator;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Identity.Own;
using Procurement.Application.Imports.ListImports;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.SignOff.PrintDocument;
using Procurement.Application.Sourcing.ReadSourcingFile;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Tests.Databases.Plans;

/// <summary>What counts as reading much for one statement of a page, and which questions do by their nature.</summary>
internal static class ReadsMuch
{
    /// <summary>Rows that one statement may walk past without an index: tables that stay small are read whole, and should be.</summary>
    private const long Scanned = LargeBody.Large;

    /// <summary>Rows that one statement may read in all on PostgreSQL.</summary>
    private const long Rows = 10_000;

    /// <summary>Steps of SQLite's machine: some twenty to a row.</summary>
    private const long Steps = 400_000;

    /// <summary>Questions that are about everything there is, each with its reason.</summary>
    private static readonly Dictionary<Type, string> Whole = [];

    /// <summary>Questions the walk does not put, each with its reason.</summary>
    public static IReadOnlyDictionary<Type, string> Unasked { get; } = new Dictionary<Type, string>
    {
        [typeof(ListImports)] = "Reads no table: the kinds of import are code.",
        [typeof(ReadImport)] = "Reads no table: a kind of import is code.",
        [typeof(ShowFirstLink)] = "One row by the hash of the link, before there is a body at all.",
        [typeof(ShowPasswordLink)] = "One row by the hash of the link.",
        [typeof(ShowSecondFactorSetup)] = "One login by its person, while he sets up his second factor.",
        [typeof(ReadAttachment)] = "One document and a file beside the database.",
        [typeof(ReadPriceEvidence)] = "One sourcing file and a file beside the database.",
        [typeof(ReadPrintedCopy)] = "One copy by document and serial, after a document was printed.",
    };

    public static bool ByNature(Type question) => Whole.ContainsKey(question);

    public static bool Is(DatabaseEngine engine, StatementCost cost) => cost.Scanned > Scanned || cost.Visited > (engine == DatabaseEngine.Sqlite ? Steps : Rows);
}
