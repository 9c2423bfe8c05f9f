using System.Text;
using Procurement.Application.Shared.Ports;
using QRCoder;

namespace Procurement.Infrastructure.Printing;

/// <summary>QR codes for print forms, labels and checkpoints.</summary>
public static class QrSvg
{
    /// <summary>Draws the text as a QR code that stays readable with up to 15 % of it damaged (level M).</summary>
    /// <exception cref="QRCoder.Exceptions.DataTooLongException">More than a QR code holds, some 2,300 bytes.</exception>
    public static SvgCode Draw(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);

        // Persian text is marked as UTF-8, which some readers do not guess; ASCII needs no mark and gives a smaller code.
        var plain = Ascii.IsValid(text);
        using var code = QRCodeGenerator.GenerateQrCode(
            text,
            QRCodeGenerator.ECCLevel.M,
            forceUtf8: !plain,
            eciMode: plain ? QRCodeGenerator.EciMode.Default : QRCodeGenerator.EciMode.Utf8);

        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            // Black modules beside each other are one box: a third of the text, and no hairlines between them in print.
            for (var x = 0; x < rows[y].Length; x++)
            {
                var begin = x;
                while (x < rows[y].Length && rows[y][x]) x++;
                if (x > begin) SvgCode.AppendBox(path, begin, y, x - begin, 1);
            }
        }

        return new SvgCode(rows.Count, rows.Count, path.ToString());
    }
}

/// <inheritdoc cref="IMarks"/>
internal sealed class QrMarks : IMarks
{
    public string Svg(string text, string title) => QrSvg.Draw(text).ToSvg(title);
}
