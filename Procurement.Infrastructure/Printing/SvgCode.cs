using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Procurement.Infrastructure.Printing;

/// <summary>A machine-readable code as one black shape, quiet zone included, in units of one module.</summary>
/// <param name="Width">Modules across.</param>
/// <param name="Height">Modules down.</param>
/// <param name="Path">The shape, as the <c>d</c> of an SVG path.</param>
public sealed record SvgCode(int Width, int Height, string Path)
{
    /// <summary>A whole SVG element that scales to its box; the title is what a screen reader says.</summary>
    public string ToSvg(string title)
    {
        var spoken = HtmlEncoder.Default.Encode(title);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" shape-rendering="crispEdges"><title>{spoken}</title><rect width="{Width}" height="{Height}" fill="#fff"/><path d="{Path}" fill="#000"/></svg>
            """);
    }

    /// <summary>Draws one filled box of a shape.</summary>
    internal static void AppendBox(StringBuilder path, int x, int y, int width, int height) =>
        path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{width}v{height}h-{width}z");
}
