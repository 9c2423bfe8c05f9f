using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.SignOff;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class A_request_key
{
    private static readonly DocumentId Document = DocumentId.New();

    [Fact]
    public void Is_bound_to_what_was_asked_and_holds_nothing_of_the_password_it_was_proved_by()
    {
        Assert.Equal(HashOf(new SubmitDocument(Document, 1, "one password")), HashOf(new SubmitDocument(Document, 1, "another password")));
        Assert.NotEqual(HashOf(new SubmitDocument(Document, 1, null)), HashOf(new SubmitDocument(Document, 2, null)));
    }

    private static string HashOf(object request) => RequestKey.For("key", request, new CallContext()).RequestHash;
}
