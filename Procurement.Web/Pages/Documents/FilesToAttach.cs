using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.Attachments;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Pages.Documents;

/// <summary>Takes in files sent with a form and attaches them to a document; a refused file leaves nothing attached.</summary>
public sealed class FilesToAttach(IUseCases cases, IFileVault vault)
{
    private const int LongestFileName = 200;

    public async Task<Result> Attach(DocumentId document, IEnumerable<IFormFile> sent, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var attached = new List<AttachedFile>();
        foreach (var file in sent)
        {
            var name = Path.GetFileName(file.FileName);
            await using var content = file.OpenReadStream();
            var stored = await vault.Store(content, name, null, ct);
            if (!stored.Succeeded) return Result.RefusedBy([stored.Refusal.At("File")]);
            attached.Add(AttachedFile.Of(stored.Value, name.Length > LongestFileName ? name[^LongestFileName..] : name));
        }

        return await cases.Send(new AttachFiles(document, attached), ct);
    }
}
