namespace Procurement.Web.Layout.Lists;

/// <summary>The two addresses at which a list is sent as a file.</summary>
public sealed record ExportView(string Workbook, string Csv);
