using FsCheck;
using FsCheck.Fluent;

namespace Procurement.Tests.Shared;

/// <summary>Generators for the value types: every order of magnitude is as likely as any other, so small and huge values both turn up.</summary>
internal static class Any
{
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
