using Procurement.Domain.Shared;

namespace Procurement.Domain.Organisation;

/// <summary>The rules of giving a post that need more than the post itself: who else he is, and what he has learned.</summary>
public static class Seating
{
    /// <summary>Gives the post by letter, unless the person's other posts forbid it or a keeper lacks a valid course.</summary>
    /// <remarks>The days of grace are the setting <c>training_grace_days</c>: so long a keeper may hold his post after his course expired (control 6.1.b).</remarks>
    public static Result<Appointment> Seat(
        OrganisationChart chart, Post post, Person person, AppointmentLetter letter, DateOnly from, DateOnly? to, bool acting, DateOnly today, int graceDays)
    {
        var at = new ChartPost(post.Id, post.Capacity, post.UnitId, post.ServesSubtree, post.IsOpen, []);
        var clash = chart.ClashOfPosts(person.Id, post.Capacity, from > today ? from : today, to, at);
        if (clash is not null) return clash;
        if (post.Capacity == Capacity.Keeper && !person.IsTrainedOn(from > today ? from : today, graceDays))
            return Refusal.Rule("organisation.training-missing", person.FullName);

        return post.Appoint(person, letter, from, to, acting);
    }
}
