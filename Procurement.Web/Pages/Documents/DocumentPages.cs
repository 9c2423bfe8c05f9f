using Procurement.Application;
using Procurement.Web.Pages.Inbox;

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
        services.AddScoped<DocumentReading>();
        services.AddScoped<DocumentNotices>();
        services.AddScoped<MakersSignature>();
        services.AddScoped<FilesToAttach>();
        services.AddScoped<WorkInSight>();
        services.AddImplementationsOf(typeof(DocumentPages).Assembly, typeof(IFurtherActions));
        services.AddImplementationsOf(typeof(DocumentPages).Assembly, typeof(IContentFormats), ServiceLifetime.Singleton);
        services.AddImplementationsOf(typeof(DocumentPages).Assembly, typeof(IWaitingWork));
        return services;
    }
}
