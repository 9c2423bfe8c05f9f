using Procurement.Web;
using Procurement.Web.Verbs;

if (VerbLine.NamesVerb(args)) return await VerbLine.Run(args);

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebShell();

var app = builder.Build();
app.UseWebShell();
await app.RunAsync();
return 0;

public partial class Program;
