using Procurement.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebShell();

var app = builder.Build();
app.UseWebShell();
app.Run();

public partial class Program;
