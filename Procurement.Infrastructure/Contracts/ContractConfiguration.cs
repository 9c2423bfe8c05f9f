using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Contracts.ListContracts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Contracts;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Catalogue;
using Procurement.Infrastructure.Pipeline;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Contracts;

internal sealed class ContractConfiguration : DocumentConfiguration<Contract>
{
    protected override void ConfigureContent(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("contract");
        builder.Property(c => c.Subject).HasMaxLength(Contract.MaxSubjectLength);
        builder.Property(c => c.GuaranteeClause).HasMaxLength(Contract.MaxClauseLength);
        builder.Ignore(c => c.Price);
        builder.Ignore(c => c.Amount);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(c => c.SupplierId);
        builder.HasIndex(c => c.DecisionId);
        builder.HasIndex(c => c.InEffectFor).IsUnique();
        builder.HasIndex(c => new { c.SupplierId, c.Id });
        builder.OwnsMany(c => c.Lines, line =>
        {
            line.ToTable("contract_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("ContractId");
            line.Property(l => l.Description).HasMaxLength(300);
            line.Property(l => l.UnitName).HasMaxLength(30);
            line.OwnsSpecification(l => l.Specification, "contract_line_attribute");
        });
        builder.OwnsMany(c => c.Schedule, instalment =>
        {
            instalment.ToTable("delivery_instalment");
            instalment.HasKey(i => i.Id);
            instalment.Property(i => i.Id).ValueGeneratedNever();
            instalment.WithOwner().HasForeignKey("ContractId");
        });
    }
}

internal sealed class ContractUniqueness : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals => [("ix_contract_in_effect_for", Refusal.Rule("contracts.award-contracted-already"))];
}

internal sealed class ContractServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IOrderFacts, OrderFacts>();
        services.AddScoped<IContractQueries, ContractQueries>();
    }
}
