using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.SignOff;
using Procurement.Domain.SignOff;

namespace Procurement.Tests.Support;

/// <summary>
/// Brings commands to one point on purpose: each has read what it decides on and none has committed. Only the first arrivals wait; a
/// command that is decided again passes freely.
/// </summary>
public sealed class Meeting(int participants)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;
    private volatile bool _open;

    /// <summary>From now on arrivals wait for each other; what set the scene before passed freely.</summary>
    public void Begin() => _open = true;

    /// <summary>What the last arrival does before all go on.</summary>
    public Func<Task> BeforeGoing { get; set; } = () => Task.CompletedTask;

    public async Task Arrive()
    {
        if (!_open) return;
        var place = Interlocked.Increment(ref _arrived);
        if (place > participants) return;
        if (place == participants)
        {
            _open = false;
            await BeforeGoing();
            _all.SetResult();
        }

        await _all.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>The place of meeting: just after a command has read who had which hand on the file.</summary>
    public void JoinIn(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IFileFacts)).ImplementationType!;
        services.AddScoped(real);
        services.AddScoped<IFileFacts>(provider => new FactsThatMeet((IFileFacts)provider.GetRequiredService(real), this));
    }

    private sealed class FactsThatMeet(IFileFacts facts, Meeting meeting) : IFileFacts
    {
        public async Task<FileHands> HandsOn(SignOffSheet sheet, CancellationToken ct)
        {
            var hands = await facts.HandsOn(sheet, ct);
            await meeting.Arrive();
            return hands;
        }

        public Task<DocumentId?> FrozenBy(SignOffSheet sheet, CancellationToken ct) => facts.FrozenBy(sheet, ct);
    }
}
