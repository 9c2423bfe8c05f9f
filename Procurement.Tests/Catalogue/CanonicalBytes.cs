using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Tests.Catalogue;

/// <summary>What a signature would bind of a document whose only content is one specification.</summary>
internal static class CanonicalBytes
{
    private static readonly DocumentId Id = DocumentId.New();
    private static readonly OrgUnitId Unit = OrgUnitId.New();

    public static string Of(Specification specification) => CanonicalWriter.Seal(new Asking(specification)).Sha256;

    private sealed class Asking : Document
    {
        private readonly Specification _specification;

        public Asking(Specification specification)
        {
            Id = CanonicalBytes.Id;
            _specification = specification;
            SignOff = SignOffSheet.Open(Id, new DocumentKind("asking"), Unit, "12", new ActBy(ACatalogue.Somebody, ACatalogue.Noon));
        }

        public override int FormVersion => 1;

        public override void WriteCanonical(CanonicalWriter writer) => _specification.WriteCanonical(writer);

        public override DocumentBrief Brief() => new("", null);

        public override Result CheckReady() => Result.Ok;

        protected override Result TakeEffect(ActBy by) => Result.Ok;
    }
}
