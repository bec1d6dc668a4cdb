using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        builder.HasKey(conversation => conversation.SessionId);
        // Indexed by when it started, not by its last step: an index that every step moves costs a write a step.
        builder.HasIndex(conversation => new { conversation.Phone, conversation.StartedAt });
        builder.HasIndex(conversation => conversation.StartedAt);
    }
}

internal sealed class ConversationStepTable : IEntityTypeConfiguration<ConversationStep>
{
    public void Configure(EntityTypeBuilder<ConversationStep> builder)
    {
        builder.ToTable("conversation_steps");
        builder.HasKey(step => new { step.SessionId, step.Hop });
        builder.HasIndex(step => step.At);
    }
}

internal sealed class PublishedBookTable : IEntityTypeConfiguration<PublishedBook>
{
    public void Configure(EntityTypeBuilder<PublishedBook> builder)
    {
        builder.ToTable("menu_books");
        builder.HasKey(book => book.Version);
    }
}
