using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Procurement.Web.Resources;

/// <summary>What the framework itself says about a field, in the reader's language.</summary>
public sealed class BindingMessages(ITexts texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => texts["forms.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["forms.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["forms.required"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["forms.required"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["forms.unreadable"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["forms.unreadable"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["forms.unreadable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["forms.unreadable"]);
        messages.SetValueIsInvalidAccessor(_ => texts["forms.unreadable"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["forms.not-a-number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["forms.not-a-number"]);
    }
}
