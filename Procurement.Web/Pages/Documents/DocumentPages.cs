using Procurement.Application;

namespace Procurement.Web.Pages.Documents;

/// <summary>What the pages of documents are built from.</summary>
public static class DocumentPages
{
    public static IServiceCollection AddDocumentPages(this IServiceCollection services)
    {
        services.AddScoped<KindViews>();
        services.AddScoped<DocumentFrame>();
        services.AddScoped<DocumentActions>();
        services.AddScoped<ContentTexts>();
        services.AddScoped<DocumentLists>();
        services.AddImplementationsOf(typeof(DocumentPages).Assembly, typeof(IFurtherActions));
        services.AddImplementationsOf(typeof(DocumentPages).Assembly, typeof(IContentFormats), ServiceLifetime.Singleton);
        return services;
    }
}
