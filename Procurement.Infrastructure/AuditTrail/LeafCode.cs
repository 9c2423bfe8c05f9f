using System.Text;
using Procurement.Domain.SignOff;

namespace Procurement.Infrastructure.AuditTrail;

/// <summary>The code of an act in a leaf: <c>TookEffect</c> becomes <c>took-effect</c>.</summary>
internal static class LeafCode
{
    public static string Of(ActCode act) => Of(act.ToString());

    public static string Of(string useCase)
    {
        var code = new StringBuilder(useCase.Length + 4);
        foreach (var letter in useCase)
        {
            if (char.IsUpper(letter) && code.Length > 0) code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
