using Procurement.Application.Organisation;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Demo;

/// <summary>Runs the real use cases as the people of the sample body; the story stops at the first refusal it did not expect.</summary>
internal sealed class DemoStage(IServiceProvider services, DemoClock clock)
{
    public DemoClock Clock => clock;

    public DateOnly Today => TehranTime.Today(clock);

    public async Task<T> As<T>(PersonId? person, ICommand<Result<T>> command, CancellationToken ct)
    {
        var outcome = await Call(person, cases => cases.Send(command, ct));
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"The demo's {command.GetType().Name} was refused: {outcome.Refusal}");
    }

    public async Task As(PersonId? person, ICommand<Result> command, CancellationToken ct)
    {
        var outcome = await Call(person, cases => cases.Send(command, ct));
        if (!outcome.Succeeded) throw new InvalidOperationException($"The demo's {command.GetType().Name} was refused: {outcome.Refusal}");
    }

    public async Task<T> Ask<T>(PersonId person, IQuery<Result<T>> query, CancellationToken ct)
    {
        var outcome = await Call(person, cases => cases.Ask(query, ct));
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"The demo's {query.GetType().Name} was refused: {outcome.Refusal}");
    }

    /// <summary>A document that stands on the stage already.</summary>
    public async Task<TDocument> Read<TDocument>(DocumentId id, CancellationToken ct) where TDocument : Document => (TDocument)(await Look(id, ct)).Document;

    /// <summary>Something no use case tells, asked of the services themselves.</summary>
    public async Task<T> Fact<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        return await ask(scope.ServiceProvider);
    }

    public async Task Submit(DocumentId document, PersonId owner, CancellationToken ct) =>
        await As(owner, new SubmitDocument(document, await Version(document, ct), null), ct);

    public async Task Sign(DocumentId document, PersonId signer, CancellationToken ct) =>
        await As(signer, new SignDocuments([new DocumentToSign(document, await Version(document, ct))], null), ct);

    /// <summary>Lets each holder sign in turn, until the route is done.</summary>
    public async Task SignOn(DocumentId document, CancellationToken ct)
    {
        while ((await Look(document, ct)).Signer is { } signer) await Sign(document, signer, ct);
    }

    /// <summary>Lets each holder sign in turn, until one of this capacity is due, who must add something of his own.</summary>
    public async Task SignUpTo(Capacity capacity, DocumentId document, CancellationToken ct)
    {
        while (await Look(document, ct) is { Signer: { } signer, Document.SignOff.OpenStep: { } step } && step.Capacity != capacity) await Sign(document, signer, ct);
    }

    public async Task<int> Version(DocumentId document, CancellationToken ct) => (await Look(document, ct)).Document.SignOff.ContentVersion;

    /// <summary>The document as it stands, and one person who can sign its open step; nobody when no step is open.</summary>
    public async Task<(Document Document, PersonId? Signer)> Look(DocumentId id, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        var document = await scope.ServiceProvider.GetRequiredService<IDocumentReader>().Find(id, ct)
            ?? throw new InvalidOperationException($"The demo has no document {id.Value}.");
        var step = document.SignOff.OpenStep;
        if (step is null) return (document, null);
        if (step.PersonId is { } bound) return (document, bound);

        var chart = await scope.ServiceProvider.GetRequiredService<IOrganisationCharts>().Current(ct);
        var hands = await scope.ServiceProvider.GetRequiredService<IFileFacts>().HandsOn(document.SignOff, ct);
        return (document, chart.HoldersOf(chart.PostOf(step.PostId!.Value)!, Today).First(p => hands.ClashWith(p, step.Capacity) is null));
    }

    private async Task<TOutcome> Call<TOutcome>(PersonId? person, Func<IUseCases, Task<TOutcome>> call)
    {
        // Every act of the story takes a while, so that the timeline reads like one.
        clock.Pass(TimeSpan.FromMinutes(7));
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CallContext>();
        context.Person = person;
        context.IsSystem = person is null;
        context.ProvenInProcess = true;
        return await call(scope.ServiceProvider.GetRequiredService<IUseCases>());
    }
}
