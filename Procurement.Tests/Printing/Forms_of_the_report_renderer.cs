using System.Data;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Printing.FastReport;
using Procurement.Tests.Architecture;
using Xunit;

namespace Procurement.Tests.Printing;

/// <summary>The <c>.frx</c> forms, held against what the renderer puts into them; the renderer's package is not needed for it.</summary>
public sealed partial class Forms_of_the_report_renderer
{
    private const string Common = "document";

    /// <summary>What the renderer looks for by name to set its width, or to leave it out.</summary>
    private static readonly string[] Placed =
    [
        "FactsBand", "TablesBand", "ClosingsBand", "BoxesBand", "NotesBand", "Mark", "Caption", "ClosingLabel", "ClosingValue", "Label1", "Value1", "Label2", "Value2",
        .. Enumerable.Range(0, FormData.MaxColumns).SelectMany(i => new[] { FormData.Named("Head", i), FormData.Named("Cell", i) }),
        .. Enumerable.Range(0, FormData.BoxesInRow).SelectMany(i => new[] { FormData.Named("Post", i), FormData.Named("Lines", i) }),
    ];

    private static readonly PrintedForm Empty = new("any", "", ReadsRightToLeft: true);

    public static TheoryData<string> Names => [.. Forms().Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_only_what_is_supplied(string form)
    {
        var supplied = Supplied();
        var texts = Forms()[form].Descendants().Attributes("Text").Select(text => text.Value).ToList();

        Assert.Empty(texts.SelectMany(text => Field().Matches(text)).Select(match => match.Groups["field"].Value).Except(supplied));
        // A word in a form would be printed in every language.
        Assert.DoesNotContain(texts, text => Field().Replace(text, "").Length > 0);
    }

    [Fact]
    public void Declare_the_tables_and_columns_as_they_are_supplied()
    {
        var dictionary = Forms()[Common].Root!.Element("Dictionary")!;
        var declared = dictionary.Elements("TableDataSource").SelectMany(table => table.Elements("Column").Select(column => $"{table.Attribute("Name")!.Value}.{column.Attribute("Name")!.Value}"));

        using var data = FormData.DataSet(Empty);
        Assert.Equal(Columns(data).Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
        Assert.Equal(
            data.Relations.Cast<DataRelation>().Select(relation => relation.RelationName).Order(StringComparer.Ordinal),
            dictionary.Elements("Relation").Select(relation => relation.Attribute("Name")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Hold_every_part_that_the_renderer_places() => Assert.Empty(Placed.Except(PartsOf(Forms()[Common])));

    [Fact]
    public void Inherit_from_the_common_form_and_change_parts_that_it_has()
    {
        var common = PartsOf(Forms()[Common]).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, form) in Forms().Where(form => form.Key != Common))
        {
            Assert.Equal($"{Common}.frx", form.Root!.Attribute("BaseReport")?.Value);
            Assert.True(PartsOf(form).All(common.Contains), name);
        }
    }

    [Fact]
    public void Serve_every_signed_kind_and_no_unknown_one()
    {
        using var services = new ServiceCollection().AddApplication().BuildServiceProvider();
        var kinds = services.GetServices<DocumentKindDefinition>().ToList();
        var own = Forms().Keys.Where(name => name != Common).ToList();

        Assert.Empty(own.Except(kinds.Select(kind => kind.Kind.Code)));
        Assert.Contains(kinds, kind => kind.Group == DocumentGroup.Signed && !own.Contains(kind.Kind.Code));
        Assert.Contains(Common, Forms().Keys);
    }

    [Fact]
    public void Are_drawn_from_the_right_in_the_font_of_the_screen()
    {
        var texts = Forms()[Common].Descendants("TextObject").Where(text => text.Attribute("Text") is not null).ToList();

        Assert.All(texts, text => Assert.Equal("true", text.Attribute("RightToLeft")?.Value));
        Assert.All(texts, text => Assert.StartsWith("Vazirmatn", text.Attribute("Font")?.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Show_two_fields_beside_each_other_unless_one_takes_its_row_alone()
    {
        using var data = FormData.DataSet(Empty with { Facts = [new("a", "1"), new("b", "2"), new("c", "3"), new("d", "4", IsWide: true), new("e", "5")] });

        Assert.Equal(["a1b2", "c3", "d4", "e5"], data.Tables[FormData.Facts]!.Rows.Cast<DataRow>().Select(row => string.Concat(row.ItemArray)));
    }

    private static Dictionary<string, XDocument> Forms() =>
        Directory.GetFiles(Path.Combine(SourceTree.Root, "Procurement.Infrastructure/Printing/FastReport/Forms"), "*.frx")
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), XDocument.Load, StringComparer.Ordinal);

    private static HashSet<string> Supplied()
    {
        using var data = FormData.DataSet(Empty);
        return [.. FormData.Parameters(Empty).Keys, .. Columns(data)];
    }

    private static List<string> Columns(DataSet data) =>
        [.. data.Tables.Cast<DataTable>().SelectMany(table => table.Columns.Cast<DataColumn>().Select(column => $"{table.TableName}.{column.ColumnName}"))];

    private static IEnumerable<string> PartsOf(XDocument form) => form.Root!.Elements().Where(part => part.Name != "Dictionary").DescendantsAndSelf().Attributes("Name").Select(name => name.Value);

    [GeneratedRegex(@"\[(?<field>[\w.]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
