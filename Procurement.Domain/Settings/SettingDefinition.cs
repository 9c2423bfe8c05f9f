using Procurement.Domain.Shared;

namespace Procurement.Domain.Settings;

/// <summary>
/// Something the law or the body fixes and that changes over time, so it is never a constant (تنظیم): its fields, what they must hold,
/// and the article it rests on. Values are effective-dated <see cref="SettingVersion"/>s.
/// </summary>
/// <param name="key">Stable key: <c>threshold_decree</c>.</param>
/// <param name="article">Short name of the article, as settings pages show it in both languages: <c>tender-law-3</c>.</param>
/// <param name="fields">Its fields in the order of the form.</param>
public abstract class SettingDefinition(string key, string article, IReadOnlyList<SettingField> fields)
{
    public string Key => key;

    public string Article => article;

    public IReadOnlyList<SettingField> Fields => fields;

    /// <summary>Reads typed fields into stored ones and checks what they mean together; every faulty field at once.</summary>
    public Result<SettingFields> Read(IReadOnlyDictionary<string, string?> typed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<Refusal>();
        foreach (var field in fields)
        {
            var read = field.Read(typed.GetValueOrDefault(field.Name));
            if (read.Succeeded) values[field.Name] = read.Value;
            else faults.Add(read.Refusal);
        }

        if (faults.Count > 0) return Result<SettingFields>.RefusedBy(faults);
        var stored = new SettingFields(values);
        var meaning = Check(stored);
        return meaning.Succeeded ? stored : meaning;
    }

    /// <summary>Whether the fields make sense together.</summary>
    protected abstract Result Check(SettingFields fields);
}

/// <summary>A setting whose value the code reads as a <typeparamref name="T"/>.</summary>
public sealed class SettingDefinition<T>(string key, string article, IReadOnlyList<SettingField> fields, Func<SettingFields, Result<T>> read)
    : SettingDefinition(key, article, fields)
{
    /// <summary>The value the stored fields stand for; checked when they were proposed.</summary>
    public T ValueOf(SettingFields fields) => read(fields).Value;

    protected override Result Check(SettingFields fields) => read(fields).Plain();
}
