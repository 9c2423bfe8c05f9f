using System.Globalization;
using System.Text;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.RecordBankResult;
using Procurement.Domain.Shared;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>The file a batch goes to the accounts with, and the lines in which the bank's answers come back; fields apart by commas (RFC 4180).</summary>
public static class BankFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The words of an answer's second field.</summary>
    private static readonly string[] PaidWords = ["paid", "پرداخت", "پرداخت شد", "موفق"];
    private static readonly string[] FailedWords = ["failed", "برگشت", "برگشتی", "ناموفق"];

    /// <summary>One line a payment, with a mark in front by which spreadsheets know the letters.</summary>
    public static byte[] Write(BatchView batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var text = new StringBuilder("batch,row,voucher,payee,iban,gross,withheld,amount,purpose\r\n");
        foreach (var row in batch.Rows)
        {
            text.AppendJoin(',', new[]
            {
                batch.Number, row.Order.ToString(CultureInfo.InvariantCulture), row.Number, row.PayeeName, row.PayeeIban,
                row.Gross.ToString(), row.Withheld.ToString(), row.Amount.ToString(), row.Purpose,
            }.Select(Field)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Reads answers: voucher, paid or failed, reference or reason, day, account, amount. A line that is no answer is told by its number.</summary>
    public static Result<IReadOnlyList<BankRow>> Read(string? text)
    {
        var rows = new List<BankRow>();
        var faults = new List<Refusal>();
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var fields = Fields(lines[i].TrimStart('\uFEFF'));
            if (fields is [""] || fields[0].Equals("voucher", StringComparison.OrdinalIgnoreCase)) continue;
            if (RowOf(fields) is { } row) rows.Add(row);
            else faults.Add(Refusal.Invalid("payment-batch.line-unreadable", i + 1).At("Answers"));
        }

        return faults.Count == 0 ? rows : Result<IReadOnlyList<BankRow>>.RefusedBy(faults);
    }

    private static BankRow? RowOf(List<string> fields)
    {
        if (fields.Count < 3) return null;
        var word = PersianText.Clean(fields[1]).ToLowerInvariant();
        if (FailedWords.Contains(word)) return new BankRow(fields[0], false, null, null, null, null, fields[2]);
        if (!PaidWords.Contains(word) || fields.Count < 6 || Day(fields[3]) is not { } day || !PersianText.TryParseLong(fields[5], out var amount)) return null;
        return new BankRow(fields[0], true, fields[2], day, fields[4], amount, null);
    }

    private static DateOnly? Day(string text) =>
        JalaliDate.TryParse(text, out var jalali) ? jalali.ToDateOnly()
        : DateOnly.TryParseExact(PersianText.ToLatinDigits(text.Trim()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;

    /// <summary>
    /// Quotes where a comma, quote or line break asks for it, and keeps a spreadsheet from taking a name for a formula.
    /// </summary>
    private static string Field(string value)
    {
        if (value.Length > 0 && value[0] is '=' or '+' or '-' or '@') value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"') quoted = !quoted;
            else if (c is ',' or ';' or '\t' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else field.Append(c);
        }

        fields.Add(field.ToString().Trim());
        return fields;
    }
}
