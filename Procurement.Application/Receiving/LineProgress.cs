using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;

namespace Procurement.Application.Receiving;

/// <summary>A document takes, or gives back, its share of an earlier line; the sum over all documents never exceeds the limit (6.3.b).</summary>
/// <param name="Line">The earlier line.</param>
/// <param name="Stage">What is taken of it.</param>
/// <param name="Change">How much; negative gives back.</param>
/// <param name="Limit">How much there is.</param>
public sealed record LineProgressPosting(Guid Line, LineStage Stage, SignedQuantity Change, Quantity Limit) : Posting;

/// <summary>How much of lines is taken already.</summary>
public interface ILineProgress
{
    /// <summary>Taken of each line at the stage; a line nothing was taken of is zero.</summary>
    Task<IReadOnlyDictionary<Guid, Quantity>> Of(LineStage stage, IReadOnlyCollection<Guid> lines, CancellationToken ct);
}

internal static class LineProgressReading
{
    /// <summary>What is left of a line; nothing when more was taken than there is now.</summary>
    public static Quantity Left(this IReadOnlyDictionary<Guid, Quantity> taken, Guid line, Quantity limit) =>
        Quantity.FromScaled(Math.Max(0, limit.Scaled - taken.GetValueOrDefault(line).Scaled));
}

internal sealed class TakeLines(PostingPlan plan) : IReactTo<LinesTaken>
{
    public Task<Result> React(LinesTaken happened, CancellationToken ct)
    {
        plan.Add(happened.Lines.Select(l => new LineProgressPosting(l.Line, l.Stage, l.Quantity.ToSigned(), l.Limit)));
        return Task.FromResult(Result.Ok);
    }
}

internal sealed class GiveLinesBack(PostingPlan plan) : IReactTo<LinesGivenBack>
{
    public Task<Result> React(LinesGivenBack happened, CancellationToken ct)
    {
        plan.Add(happened.Lines.Select(l => new LineProgressPosting(l.Line, l.Stage, new SignedQuantity(-l.Quantity.Scaled), l.Limit)));
        return Task.FromResult(Result.Ok);
    }
}
