using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <summary>The words a question is put together with. A part whose condition is false is left out, which suits filter forms.</summary>
public static class SpecificationBuilderExtensions
{
    extension<T>(ISpecificationBuilder<T> builder)
    {
        public ISpecificationBuilder<T> Where(Expression<Func<T, bool>> predicate, bool condition = true) =>
            builder.Put(condition, s => s.Filters.Add(predicate));

        public IOrderedSpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> keySelector, bool condition = true) =>
            builder.Sort(keySelector, descending: false, condition);

        public IOrderedSpecificationBuilder<T> OrderByDescending(Expression<Func<T, object?>> keySelector, bool condition = true) =>
            builder.Sort(keySelector, descending: true, condition);

        public ISpecificationBuilder<T> Include<TProperty>(Expression<Func<T, TProperty>> navigationSelector, bool condition = true) =>
            builder.Put(condition, s => s.Includes.Add(PathOf(navigationSelector)));

        public ISpecificationBuilder<T> Skip(int skip, bool condition = true) => builder.Put(condition, s => s.Skipped = skip);

        public ISpecificationBuilder<T> Take(int take, bool condition = true) => builder.Put(condition, s => s.Taken = take);

        public ISpecificationBuilder<T> AsNoTracking(bool condition = true) => builder.Put(condition, s => s.Tracking = false);

        public ISpecificationBuilder<T> AsTracking(bool condition = true) => builder.Put(condition, s => s.Tracking = true);

        public ISpecificationBuilder<T> TagWith(string tag, bool condition = true) => builder.Put(condition, s => s.Tags.Add(tag));

        private ISpecificationBuilder<T> Put(bool condition, Action<Specification<T>> part)
        {
            if (condition) part(builder.Specification);
            return builder;
        }

        private SpecificationBuilder<T> Sort(Expression<Func<T, object?>> by, bool descending, bool condition)
        {
            if (condition) builder.Specification.Order.Add(new OrderKey<T>(by, descending, First: true));
            return new SpecificationBuilder<T>(builder.Specification, skipsTies: !condition);
        }
    }

    extension<T>(IOrderedSpecificationBuilder<T> builder)
    {
        public IOrderedSpecificationBuilder<T> ThenBy(Expression<Func<T, object?>> keySelector, bool condition = true) =>
            builder.BreakTies(keySelector, descending: false, condition);

        public IOrderedSpecificationBuilder<T> ThenByDescending(Expression<Func<T, object?>> keySelector, bool condition = true) =>
            builder.BreakTies(keySelector, descending: true, condition);

        private IOrderedSpecificationBuilder<T> BreakTies(Expression<Func<T, object?>> by, bool descending, bool condition)
        {
            if (condition && !((SpecificationBuilder<T>)builder).SkipsTies) builder.Specification.Order.Add(new OrderKey<T>(by, descending, First: false));
            return builder;
        }
    }

    extension<T, TResult>(ISpecificationBuilder<T, TResult> builder)
    {
        public ISpecificationBuilder<T, TResult> Where(Expression<Func<T, bool>> predicate, bool condition = true) =>
            builder.Put(condition, s => s.Filters.Add(predicate));

        public IOrderedSpecificationBuilder<T, TResult> OrderBy(Expression<Func<T, object?>> keySelector, bool condition = true) =>
            builder.Sort(keySelector, descending: false, condition);

        public IOrderedSpecificationBuilder<T, TResult> OrderByDescending(Expression<Func<T, object?>> keySelector, bool condition = true) =>
            builder.Sort(keySelector, descending: true, condition);

        public ISpecificationBuilder<T, TResult> Include<TProperty>(Expression<Func<T, TProperty>> navigationSelector, bool condition = true) =>
            builder.Put(condition, s => s.Includes.Add(PathOf(navigationSelector)));

        public ISpecificationBuilder<T, TResult> Skip(int skip, bool condition = true) => builder.Put(condition, s => s.Skipped = skip);

        public ISpecificationBuilder<T, TResult> Take(int take, bool condition = true) => builder.Put(condition, s => s.Taken = take);

        public ISpecificationBuilder<T, TResult> AsNoTracking(bool condition = true) => builder.Put(condition, s => s.Tracking = false);

        public ISpecificationBuilder<T, TResult> TagWith(string tag, bool condition = true) => builder.Put(condition, s => s.Tags.Add(tag));

        public void Select(Expression<Func<T, TResult>> selector) => builder.Specification.Selector = selector;

        private ISpecificationBuilder<T, TResult> Put(bool condition, Action<Specification<T, TResult>> part)
        {
            if (condition) part(builder.Specification);
            return builder;
        }

        private SpecificationBuilder<T, TResult> Sort(Expression<Func<T, object?>> by, bool descending, bool condition)
        {
            if (condition) builder.Specification.Order.Add(new OrderKey<T>(by, descending, First: true));
            return new SpecificationBuilder<T, TResult>(builder.Specification, skipsTies: !condition);
        }
    }

    extension<T, TResult>(IOrderedSpecificationBuilder<T, TResult> builder)
    {
        public IOrderedSpecificationBuilder<T, TResult> ThenBy(Expression<Func<T, object?>> keySelector, bool condition = true)
        {
            ((IOrderedSpecificationBuilder<T>)builder).ThenBy(keySelector, condition);
            return builder;
        }

        public IOrderedSpecificationBuilder<T, TResult> ThenByDescending(Expression<Func<T, object?>> keySelector, bool condition = true)
        {
            ((IOrderedSpecificationBuilder<T>)builder).ThenByDescending(keySelector, condition);
            return builder;
        }
    }

    /// <summary>A chain of members as the dotted path that the database layer understands.</summary>
    private static string PathOf(LambdaExpression navigation)
    {
        var members = new Stack<string>();
        var step = navigation.Body;
        while (step is MemberExpression member)
        {
            members.Push(member.Member.Name);
            step = member.Expression;
        }

        return step is ParameterExpression && members.Count > 0
            ? string.Join('.', members)
            : throw new ArgumentException("Only a plain chain of members can be included.", nameof(navigation));
    }
}
