using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed class Reading_typed_values(OneWebSite factory) : IClassFixture<OneWebSite>
{
    [Theory]
    [InlineData("1250000")]
    [InlineData("۱٬۲۵۰٬۰۰۰")]
    [InlineData("١٢٥٠٠٠٠")]
    [InlineData(" 1,250,000 ")]
    public async Task Money_is_read_in_any_digits_grouped_or_not(string typed) =>
        Assert.Equal(Rials.FromStored(1_250_000), (await Read<Rials>(typed)).Value);

    [Theory]
    [InlineData("۱۴۰۵/۰۸/۳۰")]
    [InlineData("1405/8/30")]
    [InlineData("١٤٠٥-٠٨-٣٠")]
    public async Task A_date_is_read_in_the_Jalali_calendar(string typed) =>
        Assert.Equal(new DateOnly(2026, 11, 21), (await Read<DateOnly?>(typed)).Value);

    [Fact]
    public async Task A_quantity_may_have_a_Persian_point() =>
        Assert.Equal(Quantity.Of(12.5m).Value, (await Read<Quantity>("۱۲٫۵")).Value);

    [Fact]
    public async Task An_empty_optional_field_is_no_value_and_no_fault()
    {
        var (value, state) = await Read<Rials?>(" ");

        Assert.Null(value);
        Assert.Equal(0, state.ErrorCount);
    }

    [Theory]
    [InlineData(typeof(Rials), "پنج")]
    [InlineData(typeof(Rials), "12,5")]
    [InlineData(typeof(DateOnly), "1405/13/01")]
    [InlineData(typeof(DateOnly), "2026/11/21")]
    [InlineData(typeof(long), "1.5")]
    [InlineData(typeof(int), "9999999999")]
    [InlineData(typeof(long), "")]
    public async Task What_cannot_be_read_stays_as_typed_with_a_sentence_beside_it(Type type, string typed)
    {
        var (_, state) = await Read(type, typed);

        var entry = state["field"]!;
        Assert.Equal(typed, entry.AttemptedValue);
        Assert.NotEmpty(Assert.Single(entry.Errors).ErrorMessage);
    }

    [Fact]
    public void A_press_on_a_grid_button_changes_the_lines_and_nothing_else()
    {
        var lines = new List<string> { "a", "b", "c" };

        Press("remove:Lines:1")!.ApplyTo(lines, () => "");
        Assert.Equal(["a", "c"], lines);

        Press("add:Lines")!.ApplyTo(lines, () => "");
        Assert.Equal(["a", "c", ""], lines);

        Press("remove:Lines:99")!.ApplyTo(lines, () => "");
        Assert.Equal(3, lines.Count);
        Assert.Null(Press(null));
    }

    private static LineGridPress? Press(string? value) =>
        LineGridPress.In(new FormCollection(value is null ? [] : new Dictionary<string, StringValues> { ["grid"] = value }));

    private async Task<(T? Value, ModelStateDictionary State)> Read<T>(string typed)
    {
        var (value, state) = await Read(typeof(T), typed);
        return ((T?)value, state);
    }

    private async Task<(object? Value, ModelStateDictionary State)> Read(Type type, string typed)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var action = new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new ActionDescriptor());
        var metadata = scope.ServiceProvider.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(type);
        var binder = scope.ServiceProvider.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext { Metadata = metadata });
        var sent = new FormValueProvider(
            BindingSource.Form, new FormCollection(new Dictionary<string, StringValues> { ["field"] = typed }), System.Globalization.CultureInfo.InvariantCulture);
        var context = DefaultModelBindingContext.CreateBindingContext(action, sent, metadata, bindingInfo: null, "field");
        await binder.BindModelAsync(context);
        return (context.Result.Model, context.ModelState);
    }
}
