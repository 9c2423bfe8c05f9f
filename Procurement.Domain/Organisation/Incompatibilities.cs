namespace Procurement.Domain.Organisation;

/// <summary>
/// The pairs of hands that may never meet in one person on one file (documents 3.3; PAL art. 53 note 2; control 6.3.c). There is no
/// override: the document finds another signer or waits.
/// </summary>
public static class Incompatibilities
{
    private static readonly HashSet<(Capacity, Capacity)> Pairs = Build();

    /// <summary>Ordering powers of PAL art. 53: تشخیص، تعهد، تسجیل، حواله.</summary>
    public static IReadOnlySet<Capacity> OrderingPowers { get; } =
        new HashSet<Capacity> { Capacity.AuthorisedOfficial, Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre };

    /// <summary>
    /// The pairs of which both hands are posts: who held both for one unit could only ever use one of them, so the second is refused when it is
    /// given.
    /// </summary>
    private static readonly HashSet<(Capacity, Capacity)> PostPairs = [.. Pairs.Where(p => !ByTheFileItself(p.Item1) && !ByTheFileItself(p.Item2))];

    /// <summary>Whether one person may not have both hands on one file.</summary>
    public static bool OnOneFile(Capacity one, Capacity other) =>
        one != other && (Pairs.Contains((one, other)) || IsInspectorBesides(one, other));

    /// <summary>Whether one person may not hold both posts for the same unit.</summary>
    public static bool AsPosts(Capacity one, Capacity other) =>
        one != other && (PostPairs.Contains((one, other)) || IsInspectorBesides(one, other) || IsAdministratorBesides(one, other));

    /// <summary>Every unordered incompatible pair on one file, inspector pairs included, for tests and the staffing page.</summary>
    public static IReadOnlyList<(Capacity One, Capacity Other)> AllOnOneFile()
    {
        var all = Enum.GetValues<Capacity>();
        return [.. from a in all from b in all where a < b && OnOneFile(a, b) select (a, b)];
    }

    /// <summary>The inspector is incompatible with every other hand.</summary>
    private static bool IsInspectorBesides(Capacity one, Capacity other) => one == Capacity.Inspector || other == Capacity.Inspector;

    /// <summary>The administrator signs nothing, so he may hold no signing post.</summary>
    private static bool IsAdministratorBesides(Capacity one, Capacity other) =>
        one == Capacity.Administrator || other == Capacity.Administrator;

    /// <summary>Hands nobody is appointed to: a person has them by what he does on the file.</summary>
    private static bool ByTheFileItself(Capacity capacity) => capacity is Capacity.Requester or Capacity.Receiver or Capacity.Conformer;

    private static HashSet<(Capacity, Capacity)> Build()
    {
        List<(Capacity, Capacity)> pairs =
        [
            (Capacity.Requester, Capacity.UnitManager),
            (Capacity.Buyer, Capacity.Requester),
            (Capacity.Buyer, Capacity.StockPlanner),
            (Capacity.Buyer, Capacity.HeadOfProcurement),
            (Capacity.Buyer, Capacity.Keeper),
            (Capacity.Buyer, Capacity.TechnicalExpert),
            (Capacity.Buyer, Capacity.Conformer),
            (Capacity.Buyer, Capacity.SecondCounter),
            (Capacity.Buyer, Capacity.Receiver),
            (Capacity.Keeper, Capacity.Requester),
            (Capacity.Keeper, Capacity.StockPlanner),
            (Capacity.Keeper, Capacity.SecondCounter),
            (Capacity.Keeper, Capacity.Receiver),
            (Capacity.Keeper, Capacity.HeadOfGeneralAffairs), // who approves his counts and receipts
            (Capacity.SecondCounter, Capacity.Requester),
        ];
        foreach (var ordering in OrderingPowersForPairs) pairs.Add((ordering, Capacity.FinanceController));

        return Symmetric(pairs);
    }

    private static Capacity[] OrderingPowersForPairs => [Capacity.AuthorisedOfficial, Capacity.HeadOfGeneralAffairs, Capacity.HeadOfCentre];

    private static HashSet<(Capacity, Capacity)> Symmetric(IEnumerable<(Capacity One, Capacity Other)> pairs) =>
        [.. pairs.SelectMany(p => new[] { (p.One, p.Other), (p.Other, p.One) })];
}
