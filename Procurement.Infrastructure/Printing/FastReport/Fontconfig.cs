using System.Runtime.InteropServices;
using System.Text;

namespace Procurement.Infrastructure.Printing.FastReport;

/// <summary>
/// Makes a font file known to this process outside Windows. The drawing library there loses the name of a font from a private collection; one
/// that the system's font list holds it finds.
/// </summary>
internal static class Fontconfig
{
    private const string Library = "libfontconfig.so.1";

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int AddFile(IntPtr configuration, byte[] path);

    /// <summary>Must come before the first text is measured.</summary>
    public static void Add(string path)
    {
        if (!NativeLibrary.TryLoad(Library, out var library)) return; // nothing lists fonts here: the drawing library takes its own

        var add = Marshal.GetDelegateForFunctionPointer<AddFile>(NativeLibrary.GetExport(library, "FcConfigAppFontAddFile"));
        if (add(IntPtr.Zero, [.. Encoding.UTF8.GetBytes(path), 0]) == 0) throw new InvalidOperationException($"The font {path} could not be read.");
    }
}
