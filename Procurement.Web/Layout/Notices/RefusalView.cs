using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Layout.Notices;

/// <summary>A refusal that teaches: the rule in one sentence, the article behind it, what to do next and who can.</summary>
/// <param name="Code">The stable code, for the help desk.</param>
/// <param name="Sentence">What was refused and the rule.</param>
/// <param name="Article">The law or regulation; null for a rule of form.</param>
/// <param name="Next">What to do next and who can; null when the sentence says it.</param>
public sealed record RefusalView(string Code, string Sentence, string? Article, string? Next)
{
    /// <summary>The page on which it can be put right; null when there is no such page.</summary>
    public string? NextHref { get; init; }

    /// <summary>Reads the texts kept under the refusal's code.</summary>
    public static RefusalView Of(Refusal refusal, ITexts texts) => new(
        refusal.Code,
        texts[refusal.Code, refusal.Args],
        texts.Find($"{refusal.Code}.article", refusal.Args),
        texts.Find($"{refusal.Code}.next", refusal.Args))
    {
        NextHref = refusal.Args.OfType<SettingName>().FirstOrDefault() is { } setting ? $"/settings/{setting.Key}" : null,
    };
}
