namespace Procurement.Application.Shared.Jobs;

/// <summary>Something the system does by itself once a day, on one node only. Found by scan.</summary>
/// <remarks>
/// It is made in a scope in which the system acts, and changes documents through the use cases like everybody else, so that every change has
/// its leaf. A day may be run again after a crash: a job finds by itself what is still to do.
/// </remarks>
public interface IDailyJob
{
    /// <summary>Names the job in the log and in the table of runs.</summary>
    string Name { get; }

    /// <param name="day">The official day it runs for.</param>
    /// <param name="ct">Cancels; what is done stays done.</param>
    Task Run(DateOnly day, CancellationToken ct);
}
