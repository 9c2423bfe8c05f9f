using Microsoft.AspNetCore.Mvc.ModelBinding;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Display;

/// <summary>Reads numbers, money, quantities and Jalali dates as people type them, in any digits; what cannot be read stays in the field as typed.</summary>
public sealed class TypedValueBinders : IModelBinderProvider
{
    private static readonly Dictionary<Type, TypedValueBinder> Binders = new()
    {
        [typeof(long)] = new(ReadLong),
        [typeof(int)] = new(ReadInt),
        [typeof(decimal)] = new(ReadDecimal),
        [typeof(Rials)] = new(ReadRials),
        [typeof(Quantity)] = new(ReadQuantity),
        [typeof(DateOnly)] = new(ReadDate),
    };

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Binders.GetValueOrDefault(context.Metadata.UnderlyingOrModelType);
    }

    private static Result<object> ReadLong(string text) =>
        PersianText.TryParseLong(text, out var value) ? Result<object>.Of(value) : Refusal.Invalid("forms.not-a-whole-number");

    private static Result<object> ReadInt(string text) =>
        PersianText.TryParseLong(text, out var value) && value is >= int.MinValue and <= int.MaxValue
            ? Result<object>.Of((int)value)
            : Refusal.Invalid("forms.not-a-whole-number");

    private static Result<object> ReadDecimal(string text) =>
        PersianText.TryParseDecimal(text, out var value) ? Result<object>.Of(value) : Refusal.Invalid("forms.not-a-number");

    private static Result<object> ReadRials(string text)
    {
        if (!PersianText.TryParseLong(text, out var value)) return Refusal.Invalid("forms.not-rials");
        var rials = Rials.Of(value);
        return rials.Succeeded ? Result<object>.Of(rials.Value) : rials.Refusal;
    }

    private static Result<object> ReadQuantity(string text)
    {
        if (!PersianText.TryParseDecimal(text, out var value)) return Refusal.Invalid("forms.not-a-number");
        var quantity = Quantity.Of(value);
        return quantity.Succeeded ? Result<object>.Of(quantity.Value) : quantity.Refusal;
    }

    private static Result<object> ReadDate(string text) =>
        JalaliDate.TryParse(text, out var date) ? Result<object>.Of(date.ToDateOnly()) : Refusal.Invalid("forms.not-a-date");

    private sealed class TypedValueBinder(Func<string, Result<object>> read) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            var sent = context.ValueProvider.GetValue(context.ModelName);
            if (sent == ValueProviderResult.None) return Task.CompletedTask;

            context.ModelState.SetModelValue(context.ModelName, sent);
            if (string.IsNullOrWhiteSpace(sent.FirstValue))
            {
                // An empty field is no value; only an optional field may have none.
                if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
                else Fault(context, Refusal.Invalid("forms.required"));
                return Task.CompletedTask;
            }

            var value = read(sent.FirstValue);
            if (value.Succeeded) context.Result = ModelBindingResult.Success(value.Value);
            else Fault(context, value.Refusal);
            return Task.CompletedTask;
        }

        private static void Fault(ModelBindingContext context, Refusal refusal)
        {
            var texts = context.HttpContext.RequestServices.GetRequiredService<ITexts>();
            context.ModelState.TryAddModelError(context.ModelName, texts[refusal.Code, refusal.Args]);
        }
    }
}
