using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        builder.HasIndex(conversation => conversation.SessionId).IsUnique();
        builder.HasIndex(conversation => new { conversation.Phone, conversation.StartedAt });
        builder.HasIndex(conversation => conversation.StartedAt);
    }
}

internal sealed class ConversationStepTable : IEntityTypeConfiguration<ConversationStep>
{
    public void Configure(EntityTypeBuilder<ConversationStep> builder)
    {
        builder.ToTable("conversation_steps");

        // By number, not by the network's random name: the steps of this minute lie side by side, and no other index grows.
        builder.HasKey(step => new { step.ConversationId, step.Hop });
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
