using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Procurement.Application;
using Procurement.Web.Api;
using Procurement.Web.Display;
using Procurement.Web.Display.Forms;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Print;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web;

/// <summary>The frame every page stands in: language, layout, menu, forms, error pages, security headers.</summary>
public static class WebShell
{
    private const string ErrorPage = "/error/500";
    private const string StatusPage = "/error/{0}";

    public static IServiceCollection AddWebShell(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddProblemDetails();
        services.AddApiDescription();
        services.AddExceptionHandler<ApiFaults>();

        services.AddSingleton<ITexts>(provider => new ResourceTexts(throwOnMissing: !provider.GetRequiredService<IWebHostEnvironment>().IsProduction()));
        services.AddSingleton<ReaderFormat>();
        services.AddSingleton<FrontEndAssets>();
        services.TryAddScoped<IVisitor, ClaimsVisitor>();
        services.AddScoped<Menu>();
        services.AddImplementationsOf(typeof(Menu).Assembly, typeof(IMenuBadge));
        services.AddScoped<PaperRenderer>();

        services.AddRazorPages()
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new TypedValueBinders());
                options.Filters.Add<RequestKeyFilter>();
            })
            .AddRazorOptions(options =>
            {
                options.PageViewLocationFormats.Add("/Layout/{0}.cshtml");
                options.ViewLocationFormats.Add("/Layout/{0}.cshtml"); // parts rendered without a page: printing, mail
            });
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Mvc.MvcOptions>, BindingMessages>();

        // Two hundred lines of a form with up to a dozen cells each, and the head.
        services.Configure<FormOptions>(options => options.ValueCountLimit = 4096);

        // Persian letters as letters: written as entities they would be five times the weight and unreadable in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says it once for every response
        });
        return services;
    }

    public static WebApplication UseWebShell(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<FrontEndAssets>().ArePresent)
        {
            app.Logger.LogWarning("wwwroot/lib is missing: pages are served unstyled. Install Node and build again.");
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPage,
            // An unreadable request is its caller's mistake, not an error of ours to log.
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
        });
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            pages => pages.UseStatusCodePagesWithReExecute(StatusPage));
        app.UseRouting();
        app.UseMiddleware<TooLongRequests>(); // knows the limit of the address only now
        app.UseAuthentication();
        app.UseMiddleware<LanguageChoice>();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapApi();
        app.MapApiDescription();
        return app;
    }
}
