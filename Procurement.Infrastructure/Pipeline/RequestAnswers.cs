using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Procurement.Infrastructure.Pipeline;

/// <summary>The first answer to a request key: its row commits with the effect, so a repeat gets the same answer and no second effect.</summary>
internal sealed class RequestAnswerRow
{
    public Guid PersonId { get; set; }

    public string Key { get; set; } = "";

    public string RequestHash { get; set; } = "";

    public string Answer { get; set; } = "";

    public long At { get; set; }
}

internal sealed class RequestAnswerConfiguration : IEntityTypeConfiguration<RequestAnswerRow>
{
    public void Configure(EntityTypeBuilder<RequestAnswerRow> builder)
    {
        builder.ToTable("request_answer");
        builder.HasKey(a => new { a.PersonId, a.Key });
        builder.Property(a => a.Key).HasMaxLength(100);
        builder.Property(a => a.RequestHash).HasMaxLength(64);
        builder.HasIndex(a => a.At);
    }
}
