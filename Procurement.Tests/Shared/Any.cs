using FsCheck;
using FsCheck.Fluent;

namespace Procurement.Tests.Shared;

/// <summary>Generators for the value types: every order of magnitude is as likely as any other, so small and huge values both turn up.</summary>
internal static class Any
{
    // Everything that has ever broken a Persian text form: look-alike letters, marks, joiners, directions, three sets of digits, broken halves.
    private static readonly char[] Troublemakers =
    [
        .. "آأإٱابپتثجچكکڪگلمنوؤهةۀہھیيىئےءABZéİẞﻛﺘﺎﻼ가 \t\n،؛؟«»٪٫٬.,-/0٩۵९",
        '\u064B', '\u064E', '\u0651', '\u0653', '\u0654', '\u0655', '\u0670', '\u0301', '\u0331', '\u0640', '\u200B', '\u200C', '\u200D', '\u200E', '\u202B',
        '\u2066', '\u00A0', '\u2028', '\uFEFF', '\u00AD', '\uFFFE', '\uFDFA', '\uD83D', '\uDE00',
    ];

    public static Arbitrary<string> Text { get; } =
        Gen.Elements(Troublemakers).ListOf().Select(letters => string.Concat(letters)).ToArbitrary();

    /// <summary>A whole number from zero up to and including a largest one.</summary>
    public static Gen<long> LongUpTo(long largest) =>
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        from shift in Gen.Choose(0, 62)
        from edge in Gen.Choose(0, 19)
        select edge switch
        {
            0 => 0,
            1 => largest,
            _ => Math.Min(largest, ((((long)high << 31) | (uint)low) & long.MaxValue) >> shift),
        };
}
