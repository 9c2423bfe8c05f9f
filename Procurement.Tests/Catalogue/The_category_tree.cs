using Procurement.Domain.Catalogue;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class The_category_tree
{
    [Fact]
    public void A_group_asks_for_an_experts_check_when_one_above_it_does()
    {
        var top = ACatalogue.Category("LAB", "تجهیزات آزمایشگاه", expert: true);
        var below = ACatalogue.Category("LAB-1", "شیشه‌آلات", under: top);
        var aside = ACatalogue.Category("STAT");

        var tree = ACatalogue.Tree(top, below, aside);

        Assert.True(tree.NeedsExpertCheck(below.Id));
        Assert.False(tree.NeedsExpertCheck(aside.Id));
    }

    [Fact]
    public void The_conventional_set_is_the_nearest_one_named_above()
    {
        var top = ACatalogue.Category("IT", "رایانه", set: "تجهیزات رایانه‌ای");
        var middle = ACatalogue.Category("IT-1", "چاپگر", under: top);
        var bottom = ACatalogue.Category("IT-2", "تونر", under: middle, set: "مواد مصرفی چاپ", tree: ACatalogue.Tree(top, middle));
        var alone = ACatalogue.Category("STAT");

        var tree = ACatalogue.Tree(top, middle, bottom, alone);

        Assert.Equal(tree.ConventionalSetOf(top.Id), tree.ConventionalSetOf(middle.Id));
        Assert.NotEqual(tree.ConventionalSetOf(top.Id), tree.ConventionalSetOf(bottom.Id));
        Assert.Equal("stat", tree.ConventionalSetOf(alone.Id));
    }

    [Fact]
    public void A_group_never_hangs_under_its_own_branch()
    {
        var top = ACatalogue.Category("A");
        var below = ACatalogue.Category("B", under: top);

        var moved = top.MoveUnder(below.Id, ACatalogue.Tree(top, below));

        Assert.Equal("catalogue.category-under-itself", moved.Refusal.Code);
    }

    [Fact]
    public void A_branch_never_grows_deeper_than_people_look()
    {
        var chain = new List<Category> { ACatalogue.Category("L1") };
        for (var level = 2; level <= CategoryTree.MaxDepth; level++)
            chain.Add(ACatalogue.Category($"L{level}", under: chain[^1], tree: ACatalogue.Tree([.. chain])));
        var branch = ACatalogue.Category("X");
        var tree = ACatalogue.Tree([.. chain, branch]);

        Assert.Equal("catalogue.category-too-deep", branch.MoveUnder(chain[^1].Id, tree).Refusal.Code);
        Assert.True(branch.MoveUnder(chain[^2].Id, tree).Succeeded);
    }

    [Fact]
    public void A_group_closes_after_its_branches()
    {
        var top = ACatalogue.Category("A");
        var below = ACatalogue.Category("B", under: top);

        Assert.Equal("catalogue.category-has-open-branches", top.Close(ACatalogue.Tree(top, below)).Refusal.Code);
        Assert.True(below.Close(ACatalogue.Tree(top, below)).Succeeded);
        Assert.True(top.Close(ACatalogue.Tree(top, below)).Succeeded);
    }

    [Fact]
    public void People_read_the_tree_in_Persian_order_from_the_top_down()
    {
        var paper = ACatalogue.Category("P", "کاغذ");
        var water = ACatalogue.Category("W", "آب‌سردکن");
        var white = ACatalogue.Category("P1", "کاغذ سفید", under: paper);

        Assert.Equal(["W", "P", "P1"], ACatalogue.Tree(white, paper, water).Walk().Select(w => w.Node.Code));
    }
}
