using Microsoft.Extensions.DependencyInjection;
using Moq;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

/// <summary>What one proof may stand for, and what is proved each time (documents 3.5).</summary>
public sealed class Proving_each_signature(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const long Ceiling = 1_000;

    [Theory]
    [InlineData("SourcingDecision", Ceiling, false)]
    [InlineData("SourcingDecision", Ceiling + 1, true)]
    [InlineData("PaymentVoucher", Ceiling, false)]
    [InlineData("PaymentVoucher", Ceiling + 1, true)]
    [InlineData("PaymentVoucher", null, true)]
    [InlineData("GoodsRequest", Ceiling + 1, false)]
    [InlineData("GoodsRequest", null, false)]
    public async Task Awards_and_vouchers_above_the_band_are_proved_each_for_itself(string kind, long? amount, bool each)
    {
        await using var app = await TestApp.On(await databases.Fresh(DatabaseEngine.Sqlite));

        Assert.Equal(each, await Rule(app, Rials.FromStored(Ceiling)).EachTime(KindOf(kind), amount, CancellationToken.None));
    }

    [Fact]
    public async Task Where_no_decree_is_in_force_every_award_and_voucher_is_proved()
    {
        await using var app = await TestApp.On(await databases.Fresh(DatabaseEngine.Sqlite));

        Assert.True(await Rule(app, null).EachTime(PaymentVoucher.Kind, 1, CancellationToken.None));
        Assert.True(await Rule(app, null).EachTime(SourcingDecision.Kind, 1, CancellationToken.None));
        Assert.False(await Rule(app, null).EachTime(GoodsRequest.Kind, 1, CancellationToken.None));
    }

    [EngineFact]
    public async Task The_band_is_the_ceiling_of_small_deals_of_the_decree_in_force(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var before = await Band(app);

        await app.WithSettings(samples: true);

        Assert.Null(before);
        await using var scope = app.Scope();
        var decrees = await scope.ServiceProvider.GetRequiredService<Application.Sourcing.Decrees>().Table(CancellationToken.None);
        Assert.Equal(decrees.InForceOn(TehranTime.Today(app.Clock)).Value.Decree.SmallCeiling, await Band(app));
    }

    private static async Task<Rials?> Band(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<ISigningBand>().Ceiling(CancellationToken.None);
    }

    private static ProofRule Rule(TestApp app, Rials? ceiling) => new(
        app.Services.GetRequiredService<DocumentRegistry>(),
        Mock.Of<ISigningBand>(band => band.Ceiling(It.IsAny<CancellationToken>()) == Task.FromResult(ceiling)));

    private static DocumentKind KindOf(string name) => name switch
    {
        "SourcingDecision" => SourcingDecision.Kind,
        "PaymentVoucher" => PaymentVoucher.Kind,
        _ => GoodsRequest.Kind,
    };
}
