#if !FULL_FEED
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Lets EF Core's SQLite provider run on the SQLitePCLRaw that a partial package index serves (docs/decisions/0009).</summary>
internal static class SqliteNative
{
    private const string Binding = "SQLitePCLRaw.core";
    private const string Provider = "SQLitePCLRaw.provider.e_sqlite3";
    private const string BundledEngine = "e_sqlite3";
    private const string SystemEngine = "libsqlite3.so.0";

    /// <summary>SQLite 3.35, the newest SQL this system speaks and the engine in the bundle; an older system library is passed over.</summary>
    private const int OldestEngine = 3_035_000;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The binding must stand before the first type of the SQLite provider is loaded, and only the loader runs that early.")]
    internal static void Bind()
    {
        // The provider was compiled against a newer binding; the one on disk has every member it calls, so its name is enough.
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == Binding ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Binding + ".dll")) : null;

        NativeLibrary.SetDllImportResolver(Assembly.Load(Provider), static (library, _, _) =>
            library == BundledEngine ? SystemLibrary() : IntPtr.Zero);
    }

    /// <summary>The operating system's engine, because it gets security updates; none when it is absent, too old or declined.</summary>
    private static IntPtr SystemLibrary()
    {
        // The test suite runs once with the bundled engine, to prove that nothing newer has crept in.
        if (Environment.GetEnvironmentVariable("PROCUREMENT_SQLITE") == "bundled") return IntPtr.Zero;
        if (!NativeLibrary.TryLoad(SystemEngine, out var handle)) return IntPtr.Zero;

        var version = Marshal.GetDelegateForFunctionPointer<VersionNumber>(NativeLibrary.GetExport(handle, "sqlite3_libversion_number"));
        return version() >= OldestEngine ? handle : IntPtr.Zero;
    }
}
#endif
