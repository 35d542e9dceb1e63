"""What is done to clients, workers and who may see them."""

from werkbrief.staffing.actions.links import give_link, revoke_link

__all__ = ["give_link", "revoke_link"]
