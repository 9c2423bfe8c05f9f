using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Canonical_bytes_of_a_leaf
{
    // Rendered and hashed once by another program. A change of any letter here would orphan every stored leaf.
    private const string Golden =
        "{\"form\":\"procurement.audit-leaf\",\"formVersion\":1,\"kind\":\"GoodsReceipt\","
        + "\"document\":\"01939d3a-0000-7000-8000-000000000001\",\"version\":3,"
        + "\"content\":\"92b86729f0076162bdf891ac065c14391ad9acc43a71f60d4324517058606710\",\"act\":\"sign\","
        + "\"actor\":\"01939d3a-0000-7000-8000-000000000002\",\"post\":\"01939d3a-0000-7000-8000-000000000003\",\"actingFor\":null,"
        + "\"at\":1795248000000000,\"command\":\"01939d3a-0000-7000-8000-000000000004\","
        + "\"detail\":\"af4c9b32e6f09b15cdec3d56e0e8953592b90f0a487fe48b59fba51446bfdf08\"}";

    private const string GoldenLeafHash = "46b1cdb2f297925df9505bcdff3204ab4d3f6acdd7450562580659626c3ef6d0";

    private static readonly Arbitrary<AuditLeaf> AnyLeaf = (
        from kind in Code()
        from document in Sometimes(Id())
        from version in Sometimes(Gen.Choose(1, 9999).Select(number => (long)number))
        from content in Sometimes(Hash())
        from act in Code()
        from actor in Sometimes(Id())
        from post in Sometimes(Id())
        from actingFor in Sometimes(Id())
        from at in ArbMap.Default.GeneratorFor<long>()
        from command in Id()
        from detail in Sometimes(Hash())
        select new AuditLeaf(kind, document, version, content, act, actor, post, actingFor, at, command, detail)).ToArbitrary();

    [Fact]
    public void They_are_for_ever_what_they_were_in_form_1()
    {
        var bytes = TestLeaves.ASignature.ToBytes();

        Assert.Equal(Golden, Encoding.UTF8.GetString(bytes));
        Assert.Equal(GoldenLeafHash, MerkleTree.LeafHash(bytes).ToHex());
    }

    [Fact]
    public void Any_leaf_reads_back_as_itself() =>
        Prop.ForAll(AnyLeaf, leaf => AuditLeaf.Parse(leaf.ToBytes()).Value == leaf).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_single_changed_byte_is_refused_or_says_something_else()
    {
        var bytes = TestLeaves.ASignature.ToBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var mask in (byte[])[0x01, 0x20, 0x80])
            {
                byte[] changed = [.. bytes];
                changed[i] ^= mask;
                var read = AuditLeaf.Parse(changed);
                Assert.True(!read.Succeeded || read.Value != TestLeaves.ASignature);
            }
        }
    }

    [Theory]
    [InlineData("\"version\":3", "\"version\":3.0")]
    [InlineData("\"version\":3", "\"version\": 3")]
    [InlineData("\"version\":3", "\"version\":\"3\"")]
    [InlineData("\"formVersion\":1", "\"formVersion\":2")]
    [InlineData("\"sign\"", "\"s\\u0069gn\"")]
    [InlineData("\"sign\"", "\"\\ud800\"")]
    [InlineData("\"sign\"", "\"امضا\"")]
    [InlineData("92b8", "92B8")]
    [InlineData("\"actingFor\":null,", "")]
    [InlineData("}", ",\"more\":1}")]
    [InlineData("}", "} ")]
    [InlineData("}", "")]
    public void Another_spelling_of_the_same_facts_is_refused(string was, string becomes)
    {
        var spelled = Golden.Replace(was, becomes, StringComparison.Ordinal);

        Assert.Equal("audit.leaf-unreadable", AuditLeaf.Parse(Encoding.UTF8.GetBytes(spelled)).Refusal.Code);
    }

    [Fact]
    public void A_code_with_letters_people_could_choose_is_a_fault_of_the_program() =>
        Assert.Throws<InvalidOperationException>(() => (TestLeaves.ASignature with { Act = "sign\"," }).ToBytes());

    private static Gen<string> Code() =>
        from length in Gen.Choose(1, AuditLeaf.MaxCodeLength)
        from letters in Gen.Elements("abcxyzABCXYZ0189.-".ToCharArray()).ArrayOf(length)
        select new string(letters);

    private static Gen<Guid> Id() => ArbMap.Default.GeneratorFor<Guid>();

    private static Gen<Sha256Hash> Hash() => Id().Select(id => Sha256Hash.Of(id.ToByteArray()));

    private static Gen<T?> Sometimes<T>(Gen<T> value) where T : struct =>
        Gen.OneOf(Gen.Constant<T?>(null), value.Select(it => (T?)it));
}
