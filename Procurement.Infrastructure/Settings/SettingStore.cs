using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application;
using Procurement.Application.Settings;
using Procurement.Application.Sourcing;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Settings;

internal sealed class SettingVersionConfiguration : IEntityTypeConfiguration<SettingVersion>
{
    public void Configure(EntityTypeBuilder<SettingVersion> builder)
    {
        builder.ToTable("setting_version");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Key).HasMaxLength(SettingVersion.MaxKeyLength);
        builder.Property(v => v.LegalBasis).HasMaxLength(SettingVersion.MaxBasisLength);
        builder.Property(v => v.Reason).HasMaxLength(SettingVersion.MaxBasisLength);
        builder.Ignore(v => v.Fields);
        builder.HasIndex(v => new { v.Key, v.EffectiveFrom });
    }
}

internal sealed class SettingServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddImplementationsOf(typeof(ISettingSource).Assembly, typeof(ISettingSource), ServiceLifetime.Singleton);
        services.AddSingleton<SettingRegistry>();
        services.AddSingleton<IShippedSettings, ShippedSettings>();
        services.AddScoped<ISettingVersions, SettingVersionStore>();
        services.AddScoped<ISettings, SettingReads>();
        services.AddScoped<Decrees>();
    }
}

internal sealed class SettingVersionStore(ProcurementDb db) : ISettingVersions
{
    public Task<SettingVersion?> Find(SettingId id, CancellationToken ct) => db.Tracked<SettingVersion>().FirstOrDefaultAsync(v => v.Id == id, ct);

    public async Task<IReadOnlyList<SettingVersion>> All(CancellationToken ct) => await db.Set<SettingVersion>().OrderBy(v => v.Id).ToListAsync(ct);

    public void Add(SettingVersion version) => db.Add(version);
}

internal sealed class SettingReads(ProcurementDb db) : ISettings
{
    public async Task<Result<InForce<T>>> Require<T>(SettingDefinition<T> definition, DateOnly day, CancellationToken ct) =>
        SettingTimeline.On(SettingTimeline.Of(await Versions(definition, ct)), day) is { } version
            ? new InForce<T>(version.Id, definition.ValueOf(version.Fields), version.EffectiveFrom!.Value, version.LegalBasis, version.IsSample)
            : Refusal.Rule("settings.value-missing", new SettingName(definition.Key), day);

    public async Task<IReadOnlyList<(T Value, DateOnly? From, SettingId Id)>> History<T>(SettingDefinition<T> definition, CancellationToken ct)
    {
        var versions = await Versions(definition, ct);
        return
        [
            .. SettingTimeline.Of(versions).Concat(versions.Where(v => v is { EffectiveFrom: null, State: SettingState.Shipped }))
                .Select(v => (definition.ValueOf(v.Fields), v.EffectiveFrom, v.Id)),
        ];
    }

    private Task<List<SettingVersion>> Versions(SettingDefinition definition, CancellationToken ct) =>
        db.Set<SettingVersion>().Where(v => v.Key == definition.Key).OrderBy(v => v.Id).ToListAsync(ct);
}
