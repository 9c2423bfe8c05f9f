using Procurement.Domain.Organisation;

namespace Procurement.Application.Organisation;

/// <summary>The organisation as it stands, cached whole and refreshed when its version moved.</summary>
public interface IOrganisationCharts
{
    Task<OrganisationChart> Current(CancellationToken ct);
}

/// <summary>The chart this use case is decided against; the transaction refuses to commit if it moved meanwhile.</summary>
public sealed class ChartOfCall(IOrganisationCharts charts)
{
    private OrganisationChart? _chart;

    /// <summary>The chart already used in this call; null when none was.</summary>
    public OrganisationChart? Used => _chart;

    public async ValueTask<OrganisationChart> Get(CancellationToken ct) => _chart ??= await charts.Current(ct);
}
