package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Stores classes. */
@ApplicationScoped
class ClassRepository {
    private final EntityManager entities;

    ClassRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TrainingClass opened) {
        entities.persist(opened);
    }
}
