using AutoMapper;
using AutoMapper.QueryableExtensions;
using Procurement.Infrastructure.Mapping;
using Xunit;

namespace Procurement.Tests.Mapping;

public sealed class Mapping_flat_rows
{
    private static readonly MapperConfiguration Mapping = FlatMapping.Configure([new OrderMapping()]);

    private static readonly Order Sample = new("Paper", new Amount(12), [new Line("a"), new Line("b")]);

    [Fact]
    public void A_record_with_a_record_struct_and_a_list_maps_in_memory()
    {
        var row = Mapping.CreateMapper().Map<OrderRow>(Sample);

        Assert.Equal(("Paper", 12, 2), (row.Title, row.PriceRials, row.LinesCount));
    }

    [Fact]
    public void The_same_map_projects_a_query()
    {
        var row = new[] { Sample }.AsQueryable().ProjectTo<OrderRow>(Mapping).Single();

        Assert.Equal(("Paper", 12, 2), (row.Title, row.PriceRials, row.LinesCount));
    }

    [Fact]
    public void A_row_member_without_a_source_is_found_out()
    {
        var mapping = FlatMapping.Configure([new IncompleteMapping()]);

        Assert.Throws<AutoMapperConfigurationException>(mapping.AssertConfigurationIsValid);
    }

    [Fact]
    public void Every_profile_of_the_product_is_valid() => FlatMapping
        .Configure([typeof(FlatMapping).Assembly, System.Reflection.Assembly.Load("Procurement.Application")])
        .AssertConfigurationIsValid();

    private sealed record Order(string Title, Amount Price, IReadOnlyList<Line> Lines);

    private readonly record struct Amount(long Rials);

    private sealed record Line(string Text);

    private sealed class OrderRow
    {
        public string Title { get; set; } = "";
        public long PriceRials { get; set; }
        public int LinesCount { get; set; }
    }

    private sealed class IncompleteRow
    {
        public string Subtitle { get; set; } = "";
    }

    private sealed class OrderMapping : Profile
    {
        public OrderMapping() => CreateMap<Order, OrderRow>();
    }

    private sealed class IncompleteMapping : Profile
    {
        public IncompleteMapping() => CreateMap<Order, IncompleteRow>();
    }
}
