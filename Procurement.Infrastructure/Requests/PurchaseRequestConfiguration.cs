using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Domain.Budget;
using Procurement.Domain.Requests;
using Procurement.Infrastructure.Catalogue;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Requests;

internal sealed class PurchaseRequestConfiguration : DocumentConfiguration<PurchaseRequest>
{
    protected override void ConfigureContent(EntityTypeBuilder<PurchaseRequest> builder)
    {
        builder.ToTable("purchase_request");
        builder.Property(r => r.Purpose).HasMaxLength(PurchaseRequest.MaxPurposeLength);
        builder.Property(r => r.DeliveryPlace).HasMaxLength(PurchaseRequest.MaxPlaceLength);
        builder.Property(r => r.OriginReason).HasMaxLength(PurchaseRequest.MaxReasonLength);
        builder.Property(r => r.UrgencyNote).HasMaxLength(PurchaseRequest.MaxReasonLength);
        builder.Ignore(r => r.Estimate);
        builder.Ignore(r => r.IsUrgent);
        builder.HasIndex(r => r.GoodsRequestId);
        builder.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("purchase_request_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("PurchaseRequestId");
            line.Property(l => l.Description).HasMaxLength(PurchaseRequestLine.MaxDescriptionLength);
            line.Property(l => l.UnitName).HasMaxLength(PurchaseRequestLine.MaxUnitLength);
            line.Property(l => l.BasisNote).HasMaxLength(PurchaseRequestLine.MaxBasisLength);
            line.HasOne<BudgetLine>().WithMany().HasForeignKey(l => l.BudgetLine);
            line.HasIndex(l => l.FileId);
            line.OwnsSpecification(l => l.Specification, "purchase_request_line_attribute");
        });
    }
}

internal sealed class PurchaseRequestServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<PurchaseRequestLines>();
        services.AddScoped<PurchaseRequestReads>();
        services.AddScoped<IPurchaseRequestFacts>(provider => provider.GetRequiredService<PurchaseRequestReads>());
        services.AddScoped<IPurchaseRequestQueries>(provider => provider.GetRequiredService<PurchaseRequestReads>());
    }
}
