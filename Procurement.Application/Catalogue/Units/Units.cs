using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.Units;

/// <summary>Adds a unit of measure to the list.</summary>
[Requires(CataloguePermissions.EditGroups)]
public sealed record DefineUnit(string? Code, string? Name, string? NameEn, bool Divisible) : ICommand<Result>;

/// <summary>Corrects the names of a unit.</summary>
[Requires(CataloguePermissions.EditGroups)]
public sealed record RenameUnit(string? Code, string? Name, string? NameEn) : ICommand<Result>;

/// <summary>Offers a unit no more.</summary>
[Requires(CataloguePermissions.EditGroups)]
public sealed record RetireUnit(string? Code) : ICommand<Result>;

/// <summary>The list of units.</summary>
[Requires(CataloguePermissions.Read)]
public sealed record ListUnits : IQuery<Result<IReadOnlyList<UnitCard>>>;

internal sealed class UnitsHandler(IUnitStore units)
    : ICommandHandler<DefineUnit, Result>, ICommandHandler<RenameUnit, Result>, ICommandHandler<RetireUnit, Result>,
        IQueryHandler<ListUnits, Result<IReadOnlyList<UnitCard>>>
{
    public Task<Result> Handle(DefineUnit command, CancellationToken cancellationToken)
    {
        var unit = UnitOfMeasure.Define(command.Code, command.Name, command.NameEn, command.Divisible);
        if (unit.Succeeded) units.Add(unit.Value);
        return Task.FromResult(unit.Plain());
    }

    public Task<Result> Handle(RenameUnit command, CancellationToken cancellationToken) =>
        OnUnit(command.Code, unit => unit.Rename(command.Name, command.NameEn), cancellationToken);

    public Task<Result> Handle(RetireUnit command, CancellationToken cancellationToken) => OnUnit(command.Code, unit => unit.Retire(), cancellationToken);

    public async Task<Result<IReadOnlyList<UnitCard>>> Handle(ListUnits query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<UnitCard>>.Of([.. (await units.All(cancellationToken)).Select(ReadItemHandler.Card)]);

    private async Task<Result> OnUnit(string? code, Func<UnitOfMeasure, Result> act, CancellationToken ct)
    {
        var read = UnitCode.Create(code);
        if (!read.Succeeded) return read.Refusal.At("Code");
        return await units.Find(read.Value, ct) is { } unit ? act(unit) : CatalogueRefusals.UnitNotFound(read.Value.Value).At("Code");
    }
}
