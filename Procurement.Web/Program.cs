using Procurement.Application;
using Procurement.Infrastructure;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Printing;
using Procurement.Infrastructure.Settings;
using Procurement.Web;
using Procurement.Web.Demo;
using Procurement.Web.Identity;
using Procurement.Web.Operations;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Pages.Requests;
using Procurement.Web.Verbs;

if (VerbLine.NamesVerb(args)) return await VerbLine.Run(args);

// The switch has no value; left in, the configuration would take the next argument for it.
var builder = WebApplication.CreateBuilder([.. args.Where(arg => arg != DemoData.Switch)]);
// Started from a build, not from a published folder, the compressed style and scripts stand among the build's files.
builder.WebHost.UseStaticWebAssets();
builder.AddLogs();
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddWebShell();
builder.Services.AddPrinting(builder.Configuration, provider => provider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider);
builder.Services.AddDocumentPages();
builder.AddDemo(args.Contains(DemoData.Switch));
builder.Services.AddIdentityAccess(builder.Configuration);

if (args.Contains(DemoData.Switch)) await DemoData.Fill(builder.Configuration, TimeProvider.System);

var app = builder.Build();
await app.Services.SetUpDatabase();
await app.Services.LoadShippedSettings();
app.UseWebShell();
app.UseIdentityAccess();
app.MapDocumentFiles();
app.MapHealth();
app.MapItemSuggestions();
await app.RunAsync();
return 0;

public partial class Program;
