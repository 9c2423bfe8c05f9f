namespace Procurement.Domain.Settings;

/// <summary>A setting (تنظیم) named in a refusal; the reader is told its name in words and where it is set.</summary>
/// <param name="Key">Its key.</param>
public sealed record SettingName(string Key)
{
    public override string ToString() => Key;
}
